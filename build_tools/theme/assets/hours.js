/* Minutes, UTC+8 */
(function(){
var W=self.bulletinWords,all=[];
function fill(k,v){return W[k].replace(/\{(\w+)\}/g,function(_,k){return v[k]})}
function iso(m){return JSON.stringify(new Date(m*6e4)).slice(0,11)}
function date(m){return W.date[iso(m).slice(6,8)-1].replace('$',+iso(m).slice(9))}
function clock(m){return(m/60|0)+':'+('0'+m%60).slice(-2)}

function status(h,ms){
 var now=ms/6e4+480|0,t=now-now%1440,b=Date.parse(h.b)/6e4,end=b+h.d.length*1440,
  all=[],to=1/0,d,is,next,on,last,k,v,lead;
 if(now<b)return{note:W.clock};
 if(now>=end)return{note:fill('past',{date:date(end-1)})};
 for(d=b;d<=end;d+=1440){
  k=h.d.charCodeAt((d-b)/1440);
  (k>64?h.p[(k-39)%58]:[[0,1440,2]]).forEach(function(s){all.push([d+s[0],d+s[1],s[2]|0,d+s[3]])});
 }
 /* open, by appointment, unknown, closed */
 function kind(m){return all.reduce(function(k,s){return s[0]<=m&&m<s[1]&&s[2]<k?s[2]:k},3)}
 function at(m,e){
  if(m>now&&m<to&&kind(m)!==is){to=m;last=e}
  if(m>t&&m<=now)lead=W.done;
 }
 is=kind(now);
 all.forEach(function(s){at(s[0]);at(s[1],s[3])});
 next=kind(to);
 on=next===2&&!(to%1440);
 d=to-(is<2);
 d-=d%1440;
 k=(d-t)/1440;
 v={date:date(b),why:h.r[(t-b)/1440],n:to-now,last:clock(last%1440),
  time:(k?(k<2?W.near[+(is<2)]:k<7?W.week[d/1440%7]:date(d))+' ':'')+clock(to-d)};
 k=is>2?['opens','takes',d===end?'none':'later'][next]:
  is>1?'unknown':
  is?on||v.n>1440?'ask':'by':
  on&&v.n<1e4?'open':last?last>now?'last':'stop':v.n>1440?'always':v.n>30?'until':'soon';
 lead=is<3?'':d>t&&(lead||v.why&&fill('rest',v))||W.shut;
 v.words=is===2&&v.why||lead+fill(k,v);
 return{lamp:k==='soon'?k:k==='stop'||is>2?'closed':is?'unknown':'open',words:now<b+35*1440?v.words:fill('aged',v)};
}

function each(q,f){
 document.querySelectorAll(q).forEach(function(e){
  try{e=f(e);e();all.push(e)}catch(e){}
 });
}
function light(q){each(q,function(e){
 var h=JSON.parse(e.dataset.hours),look=e.className,use=e.querySelector('use').href,icon=use.baseVal.slice(6),
  b=e.querySelector(e.querySelector('b a')?'b+span':'b'),text=b.textContent,note=b.parentNode.appendChild(document.createElement('span')),was;
 return function(){
  var now=status(h,Date.now()),lamp=now.lamp||icon;
  if(was===(was=now.words+now.note))return;
  b.textContent=now.words||text;
  note.textContent=now.note||'';
  e.className=look.replace(icon,lamp);
  use.baseVal='#icon-'+lamp;
 }
})}
light('[data-hours]');
each('.bulletin-hours tr',function(e){
 var html=e.innerHTML;
 return function(){
  var is=html.indexOf(iso(Date.now()/6e4+480))>0;
  if(is===e.hasAttribute('aria-current'))return;
  e.classList.toggle('bulletin-hours__today');
  is?e.setAttribute('aria-current','date'):e.removeAttribute('aria-current');
  e.innerHTML=is?html.replace('</th>','<br>'+W.today+'$&'):html;
 }
});
function run(){all.forEach(function(e){e()})}
setInterval(run,6e4);
addEventListener('pageshow',run);
addEventListener('visibilitychange',run);
self.bulletinHours={status:status,light:light};
}());
